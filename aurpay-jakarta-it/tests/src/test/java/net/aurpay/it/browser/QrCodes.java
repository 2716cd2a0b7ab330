package net.aurpay.it.browser;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import com.microsoft.playwright.Locator;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;

/** Reads QR codes from the screen, as a phone's camera does. */
public final class QrCodes {
    /** Pixels for each module of a code. */
    private static final int SCALE = 4;

    private QrCodes() {}

    /** Returns the text of the code that the element shows. */
    public static String read(Locator picture) throws IOException, ReaderException {
        picture.evaluate("image => image.decode()");
        BufferedImage screen = ImageIO.read(new ByteArrayInputStream(picture.screenshot()));
        return read(screen);
    }

    /** Returns the text of a code that {@code QrCode} has drawn, without a browser. */
    public static String readSvg(String svg) throws ReaderException {
        Matcher size = Pattern.compile("viewBox=\"0 0 (\\d+) ").matcher(svg);
        if (!size.find()) {
            throw new AssertionError(svg);
        }
        int pixels = SCALE * Integer.parseInt(size.group(1));
        BufferedImage image = new BufferedImage(pixels, pixels, BufferedImage.TYPE_INT_RGB);
        Graphics2D drawing = image.createGraphics();
        drawing.setColor(Color.WHITE);
        drawing.fillRect(0, 0, pixels, pixels);
        drawing.setColor(Color.BLACK);
        Pattern.compile("M(\\d+) (\\d+)h1v1h-1z")
                .matcher(svg)
                .results()
                .forEach(module -> drawing.fillRect(
                        SCALE * Integer.parseInt(module.group(1)),
                        SCALE * Integer.parseInt(module.group(2)),
                        SCALE,
                        SCALE));
        return read(image);
    }

    private static String read(BufferedImage image) throws ReaderException {
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        RGBLuminanceSource source = new RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels);
        return new QRCodeReader()
                .decode(new BinaryBitmap(new HybridBinarizer(source)))
                .getText();
    }
}
