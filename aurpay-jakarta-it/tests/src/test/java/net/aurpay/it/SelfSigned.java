package net.aurpay.it;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * A self-signed certificate for {@code shop.example.com} and {@code localhost}.
 *
 * @param pem file of the certificate and its key
 * @param tls presents the certificate, and trusts no other one
 */
record SelfSigned(Path pem, SSLContext tls) {
    private static final String PASSWORD = "changeit";
    private static final String SHOP =
            "-alias shop -dname CN=shop.example.com -ext san=dns:shop.example.com,dns:localhost";

    static SelfSigned in(Path folder) {
        keytool(folder, SHOP + " -validity 2");
        return of(folder);
    }

    /**
     * A certificate whose last day was a week ago. An authority of its own has signed it, because Java does not look at the dates
     * of a certificate that is trusted itself.
     */
    static SelfSigned expired(Path folder) {
        keytool(folder, "-alias authority -dname CN=authority -validity 2 -ext bc:c");
        keytool(folder, SHOP + " -startdate -9d -validity 2 -signer authority");
        return of(folder);
    }

    private static SelfSigned of(Path folder) {
        try {
            Path store = folder.resolve("shop.p12");
            KeyStore keys = KeyStore.getInstance("PKCS12");
            try (InputStream in = Files.newInputStream(store)) {
                keys.load(in, PASSWORD.toCharArray());
            }
            String pem = pem("CERTIFICATE", keys.getCertificate("shop").getEncoded())
                    + pem(
                            "PRIVATE KEY",
                            keys.getKey("shop", PASSWORD.toCharArray()).getEncoded());
            return new SelfSigned(Files.writeString(folder.resolve("shop.pem"), pem), tls(keys));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void keytool(Path folder, String options) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        command.addAll(List.of(("-genkeypair -keyalg EC -storetype PKCS12 -storepass " + PASSWORD + " -keystore "
                        + folder.resolve("shop.p12") + " " + options)
                .split(" ")));
        Path log = folder.resolve("keytool.log");
        try {
            Process keytool = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            if (keytool.onExit().join().exitValue() != 0) {
                throw new IllegalStateException(Files.readString(log));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SSLContext tls(KeyStore keys) throws GeneralSecurityException, IOException {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        Certificate[] chain = keys.getCertificateChain("shop");
        trusted.setCertificateEntry("shop", chain[chain.length - 1]);
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(keys, PASSWORD.toCharArray());
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(own.getKeyManagers(), trust.getTrustManagers(), null);
        return tls;
    }

    private static String pem(String type, byte[] der) {
        return "-----BEGIN " + type + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der) + "\n-----END " + type + "-----\n";
    }
}
