package org.fieldstation.station.remote;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.fieldstation.drivers.time.TimeKeeper;

/**
 * A computer with systemd, acted on by its own programs, never through a shell. Whether this
 * process may is for polkit to say; a no becomes a {@link RemoteException}.
 */
public final class LinuxMachine implements Machine {
  private static final Duration AT_MOST = Duration.ofSeconds(30);
  private static final Duration OFF = Duration.ofSeconds(10);

  private final TimeKeeper time;
  private final Consumer<String> restart;
  private final Program program;

  /** Runs a program and returns its exit code. */
  @FunctionalInterface
  public interface Program {
    int run(List<String> words) throws IOException, InterruptedException;
  }

  /**
   * This computer.
   *
   * @param restart ends the station and starts it anew
   */
  public LinuxMachine(TimeKeeper time, Consumer<String> restart) {
    this(time, restart, LinuxMachine::execute);
  }

  LinuxMachine(TimeKeeper time, Consumer<String> restart, Program program) {
    this.time = time;
    this.restart = restart;
    this.program = program;
  }

  @Override
  public void restart(String why) {
    restart.accept(why);
  }

  @Override
  public void reboot(String why) {
    run("systemctl", "reboot");
  }

  @Override
  public void radio(String why) {
    run("nmcli", "radio", "wwan", "off");
    pause();
    run("nmcli", "radio", "wwan", "on");
  }

  @Override
  public void bounce(String networkInterface, String why) {
    run("ip", "link", "set", networkInterface, "down");
    pause();
    run("ip", "link", "set", networkInterface, "up");
  }

  private void pause() {
    try {
      time.sleep(OFF);
    } catch (InterruptedException e) { // what is off is switched on all the same
      Thread.currentThread().interrupt();
    }
  }

  private void run(String... words) {
    try {
      int code = program.run(List.of(words));
      if (code != 0) {
        throw new RemoteException(
            RemoteException.Code.FAILED, String.join(" ", words) + " ended with " + code);
      }
    } catch (IOException e) {
      throw new RemoteException(
          RemoteException.Code.NOT_ALLOWED, words[0] + " is not on this computer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RemoteException(RemoteException.Code.FAILED, words[0] + " was interrupted", e);
    }
  }

  private static int execute(List<String> words) throws IOException, InterruptedException {
    var process =
        new ProcessBuilder(words)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    process.getOutputStream().close();
    if (!process.waitFor(AT_MOST.toMillis(), TimeUnit.MILLISECONDS)) {
      process.destroyForcibly();
      throw new RemoteException(RemoteException.Code.FAILED, words.getFirst() + " hangs");
    }
    return process.exitValue();
  }
}
