package net.aurpay.it.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OwnPagesFilterTest {
    private static final URI SHOP = URI.create("https://shop.example.com:8443/shop/");

    @ParameterizedTest
    @CsvSource({
        "https://shop.example.com:8443,same-origin,true",
        "https://shop.example.com:8443,,true",
        ",same-origin,true",
        ",,true",
        "https://shop.example.com,,false",
        "http://shop.example.com:8443,,false",
        "https://shop.example.com:8443.evil.example,,false",
        "https://evil.example,cross-site,false",
        "https://evil.example,same-origin,false",
        "null,,false",
        "https://shop.example.com:8443,same-site,false",
        ",cross-site,false",
        ",same-site,false",
        ",none,false"
    })
    void acceptsTheShopsOwnOriginAndRequestsThatAreNotFromABrowser(String origin, String site, boolean own) {
        assertThat(OwnPagesFilter.isOwn(SHOP, origin, site)).isEqualTo(own);
    }

    @ParameterizedTest
    @CsvSource({
        "https://Shop.example.com:443/shop/,https://shop.example.com,true",
        "http://localhost:80/,http://localhost,true",
        "http://localhost:443/,http://localhost,false",
        "http://localhost:8080/,http://localhost:80,false"
    })
    void comparesOriginsAsBrowsersWriteThem(URI shop, String origin, boolean own) {
        assertThat(OwnPagesFilter.isOwn(shop, origin, null)).isEqualTo(own);
    }
}
