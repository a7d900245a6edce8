package org.fieldstation.station.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.fieldstation.drivers.camera.FolderCamera;
import org.fieldstation.station.classify.ClassifyFiles;
import org.fieldstation.station.classify.DoneList;
import org.fieldstation.station.classify.Export;
import org.fieldstation.station.classify.Progress;
import org.fieldstation.station.classify.Report;

/**
 * One run of {@code station classify}: to the terminal, into a file, or on with a file that was
 * begun. Each answers how many files were refused.
 */
record ClassifyRun(
    ClassifyFiles work,
    Export export,
    List<Path> files,
    Progress progress,
    Consumer<String> notes) {

  ClassifyRun {
    boolean pictures = files.stream().anyMatch(FolderCamera::isPicture);
    boolean recordings = !files.stream().allMatch(FolderCamera::isPicture);
    if (export.takes() == Export.Takes.PICTURES && recordings) {
      throw new IllegalArgumentException("--camtrap is for pictures; name folders without sound");
    }
    if (export.takes() == Export.Takes.RECORDINGS && pictures) {
      throw new IllegalArgumentException("--raven and --audacity have no place for pictures");
    }
  }

  int printed(PrintWriter out) throws InterruptedException {
    var report = new Report(export, out, notes, progress);
    report.begin();
    work.run(files, report::tell);
    return report.refused();
  }

  int written(Path output) throws IOException, InterruptedException {
    try (var out = new PrintWriter(output.toFile(), UTF_8)) {
      return printed(out);
    }
  }

  /**
   * @param subject what the output is of
   */
  int resumed(Path output, String subject) throws IOException, InterruptedException {
    if (export.takes() == Export.Takes.RECORDINGS) {
      throw new IllegalArgumentException(
          "--raven and --audacity cannot be gone on with: their times run on over files");
    }
    var name = export.getClass().getSimpleName();
    try (var done = DoneList.open(output, (name + " " + subject).replaceAll("\\p{Cntrl}", "?"))) {
      var report = new Report(export, done.writer(), notes, progress);
      if (done.fresh()) {
        report.begin();
      }
      work.run(
          done.left(files),
          findings -> {
            report.tell(findings);
            done.done(findings.file());
          });
      done.complete();
      return report.refused();
    }
  }
}
