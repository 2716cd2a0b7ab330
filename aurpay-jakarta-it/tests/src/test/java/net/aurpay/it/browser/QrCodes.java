package net.aurpay.it.browser;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import com.microsoft.playwright.Locator;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;

/** Reads QR codes from the screen, as a phone's camera does. */
public final class QrCodes {
    private QrCodes() {}

    /** Returns the text of the code that the element shows. */
    public static String read(Locator picture) throws IOException, ReaderException {
        picture.evaluate("image => image.decode()");
        BufferedImage screen = ImageIO.read(new ByteArrayInputStream(picture.screenshot()));
        int[] pixels = screen.getRGB(0, 0, screen.getWidth(), screen.getHeight(), null, 0, screen.getWidth());
        RGBLuminanceSource source = new RGBLuminanceSource(screen.getWidth(), screen.getHeight(), pixels);
        return new QRCodeReader()
                .decode(new BinaryBitmap(new HybridBinarizer(source)))
                .getText();
    }
}
