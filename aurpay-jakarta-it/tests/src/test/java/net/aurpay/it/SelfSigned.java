package net.aurpay.it;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
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

    static SelfSigned in(Path folder) {
        return in(folder, "-validity 2");
    }

    /** A certificate whose last day was a week ago. */
    static SelfSigned expired(Path folder) {
        return in(folder, "-startdate -9d -validity 2");
    }

    private static SelfSigned in(Path folder, String validity) {
        try {
            Path store = folder.resolve("shop.p12");
            keytool(store, validity);
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

    private static void keytool(Path store, String validity) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        command.addAll(List.of(("-genkeypair -alias shop -keyalg EC -dname CN=shop.example.com "
                        + validity + " -ext san=dns:shop.example.com,dns:localhost -storetype PKCS12 -storepass "
                        + PASSWORD
                        + " -keystore " + store)
                .split(" ")));
        Path log = store.resolveSibling("keytool.log");
        Process keytool = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        if (keytool.onExit().join().exitValue() != 0) {
            throw new IllegalStateException(Files.readString(log));
        }
    }

    private static SSLContext tls(KeyStore keys) throws GeneralSecurityException, IOException {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("shop", keys.getCertificate("shop"));
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
