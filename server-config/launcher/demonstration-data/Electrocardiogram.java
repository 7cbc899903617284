import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import javax.imageio.ImageIO;

/** Draws a strip of an electrocardiogram, 25 mm/s and 10 mm/mV on millimetre paper: ecg.png. Nobody's heart. */
public final class Electrocardiogram {
  private static final int MM = 6;
  private static final int SECONDS = 6;
  private static final int WIDTH = SECONDS * 25 * MM;
  private static final int HEIGHT = 40 * MM;
  private static final double BEAT = 60 / 72.0;

  /** Time in the beat, height in mV, width in s: P, Q, R, S, T. */
  private static final double[][] WAVES = {
    {0.16, 0.12, 0.025}, {0.29, -0.10, 0.008}, {0.32, 1.05, 0.010}, {0.35, -0.22, 0.009}, {0.56, 0.28, 0.045}
  };

  public static void main(String[] arguments) throws IOException {
    BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = image.createGraphics();
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setColor(new Color(0xfffaf8));
    g.fillRect(0, 0, WIDTH, HEIGHT);
    for (int i = 0; i * MM <= WIDTH; i++) {
      g.setColor(new Color(i % 5 == 0 ? 0xeab0a8 : 0xf6dcd8));
      g.drawLine(i * MM, 0, i * MM, HEIGHT);
      if (i * MM <= HEIGHT) {
        g.drawLine(0, i * MM, WIDTH, i * MM);
      }
    }
    Path2D trace = new Path2D.Double();
    for (int x = 0; x < WIDTH; x++) {
      double t = x / (25.0 * MM) % BEAT;
      double millivolts = 0;
      for (double[] wave : WAVES) {
        double d = (t - wave[0]) / wave[2];
        millivolts += wave[1] * Math.exp(-d * d / 2);
      }
      double y = HEIGHT * 0.6 - millivolts * 10 * MM;
      if (x == 0) {
        trace.moveTo(x, y);
      } else {
        trace.lineTo(x, y);
      }
    }
    g.setColor(Color.BLACK);
    g.setStroke(new BasicStroke(1.6f));
    g.draw(trace);
    g.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 14));
    g.drawString("II   25 mm/s   10 mm/mV   72/min   (demonstration)", 2 * MM, HEIGHT - MM);
    g.dispose();
    ImageIO.write(image, "png", new File(arguments[0], "ecg.png"));
  }
}
