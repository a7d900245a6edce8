package org.fieldstation.station.classify;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import org.fieldstation.drivers.DeviceException;
import org.fieldstation.drivers.Sound;
import org.fieldstation.drivers.recording.Recording;
import org.fieldstation.models.Classifier;
import org.fieldstation.station.identify.Detection;
import org.fieldstation.station.identify.Findings;
import org.fieldstation.station.identify.Judge;
import org.fieldstation.station.listen.LastWindow;
import org.fieldstation.station.listen.Resample;
import org.fieldstation.station.listen.Window;
import org.fieldstation.station.listen.Windows;

/** The path of one recording: recording → window → classifier → judge → rows. */
final class OneFile {
  private final Path file;
  private final Metered classifier;
  private final Settings settings;
  private final Meter meter;
  private final Progress progress;
  private final List<Detection> heard = new ArrayList<>();
  private final Map<String, Integer> gated = new TreeMap<>();
  private int windows;

  OneFile(Path file, Classifier classifier, Settings settings, Meter meter, Progress progress) {
    this.file = file;
    this.classifier = new Metered(classifier, meter);
    this.settings = settings;
    this.meter = meter;
    this.progress = progress;
  }

  /** Never fails for what is wrong with the file: that is a finding too. */
  FileFindings classify() {
    try (var recording = Recording.open(file, settings.channel())) {
      return classify(recording);
    } catch (DeviceException e) {
      return found(0, false, String.valueOf(e.getMessage()));
    }
  }

  private FileFindings classify(Recording recording) {
    var input = classifier.card().input();
    var judge = new Judge(classifier, settings.gates(), settings.rule());
    var sounds = new Sounds(recording, meter);
    var refusal = "";
    try {
      StreamSupport.stream(Spliterators.spliteratorUnknownSize(sounds, Spliterator.ORDERED), false)
          .peek(sound -> progress.heard(file, part(sound, recording)))
          .gather(Resample.to(input.rate()))
          .gather(
              Windows.of(input.windowSamples(), settings.hopSamples(input), LastWindow.FILLED_UP))
          .map(judge::judge)
          .forEach(this::take);
    } catch (DeviceException e) {
      refusal = String.valueOf(e.getMessage());
    }
    if (refusal.isEmpty() && sounds.seconds() == 0) {
      refusal = recording + " contains no sound; leave it out";
    }
    return found(sounds.seconds(), recording.cut(), refusal);
  }

  private static double part(Sound sound, Recording recording) {
    return sound.end() / (double) Math.max(sound.end(), recording.frames().orElse(sound.end()));
  }

  private void take(Findings findings) {
    windows++;
    if (findings.gate().isEmpty()) {
      heard.addAll(findings.detections());
    } else {
      gated.merge(findings.gate(), 1, Integer::sum);
    }
  }

  private FileFindings found(double seconds, boolean cut, String refusal) {
    var rows =
        settings.perFile()
            ? whole(seconds)
            : heard.stream().map(detection -> Row.of(detection, seconds)).toList();
    return new FileFindings(file, classifier.card(), seconds, rows, windows, gated, cut, refusal);
  }

  private List<Row> whole(double seconds) {
    var anywhere = new Window(0, classifier.card().input().rate(), new float[0]);
    return settings.rule().tell(anywhere, classifier.card().labels(), classifier.mean()).stream()
        .map(detection -> new Row(0, seconds, detection.label(), detection.score()))
        .toList();
  }
}
