package org.fieldstation.station.listen;

/**
 * How loud a stretch of sound is, in dB of full scale: without a calibrated microphone that is all
 * there is to say.
 *
 * @param rms root mean square after the constant part is taken out; a full-scale sine has -3.01
 * @param peak the largest sample, constant part included
 * @param dc the constant part, full scale -1 to 1
 * @param clipped the part of the samples at full scale, 0 to 1
 * @param finite whether every sample is a number
 */
public record Level(double rms, double peak, double dc, double clipped, boolean finite) {
  private static final float FULL_SCALE = 0.9995f;

  public static Level of(float[] samples) {
    var sum = 0.0;
    var squares = 0.0;
    var peak = 0f;
    var full = 0;
    for (var sample : samples) {
      sum += sample;
      squares += (double) sample * sample;
      var size = Math.abs(sample);
      peak = Math.max(peak, size);
      full += size >= FULL_SCALE ? 1 : 0;
    }
    var n = Math.max(1, samples.length);
    var dc = sum / n;
    var power = Math.max(0, squares / n - dc * dc);
    return new Level(
        decibels(Math.sqrt(power)),
        decibels(peak),
        dc,
        (double) full / n,
        Double.isFinite(sum) && Double.isFinite(squares));
  }

  private static double decibels(double amplitude) {
    return 20 * Math.log10(amplitude); // minus infinity for silence
  }
}
