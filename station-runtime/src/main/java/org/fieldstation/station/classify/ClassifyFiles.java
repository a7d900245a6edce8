package org.fieldstation.station.classify;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.fieldstation.drivers.camera.FolderCamera;
import org.fieldstation.models.Classifier;
import org.fieldstation.models.ModelException;
import org.fieldstation.station.look.Sight;

/**
 * Classifies recordings and pictures, several at once, and tells what came of them in the order in
 * which they were given.
 */
public final class ClassifyFiles {
  private static final int AHEAD = 4; // files a thread may be ahead of the one being told

  private final Classifiers classifiers;
  private final Sights sights;
  private final Settings settings;
  private final Meter meter;
  private final Progress progress;

  /** For recordings only. */
  public ClassifyFiles(Classifiers classifiers, Settings settings, Meter meter, Progress progress) {
    this(classifiers, Sight::none, settings, meter, progress);
  }

  public ClassifyFiles(
      Classifiers classifiers, Sights sights, Settings settings, Meter meter, Progress progress) {
    this.classifiers = classifiers;
    this.sights = sights;
    this.settings = settings;
    this.meter = meter;
    this.progress = progress;
  }

  /**
   * Classifies all recordings; a damaged one does not stop the others.
   *
   * @throws ModelException when the model fails
   */
  public void run(List<Path> files, Consumer<FileFindings> teller) throws InterruptedException {
    var threads = Math.min(settings.threads(), Math.max(1, files.size()));
    var idle = new ConcurrentLinkedQueue<Classifier>();
    var eyes = new ConcurrentLinkedQueue<Sight>();
    // Platform threads: the work is arithmetic, and their processor time can be read.
    var workers =
        Executors.newFixedThreadPool(threads, Thread.ofPlatform().name("classify-", 0).factory());
    try {
      var pending = new ArrayDeque<Future<FileFindings>>();
      for (var file : files) {
        if (pending.size() == threads * AHEAD) {
          teller.accept(await(pending.remove()));
        }
        pending.add(workers.submit(() -> classify(file, idle, eyes)));
      }
      while (!pending.isEmpty()) {
        teller.accept(await(pending.remove()));
      }
    } finally {
      workers.shutdownNow();
      workers.close();
      idle.forEach(Classifier::close);
      eyes.forEach(Sight::close);
    }
  }

  private FileFindings classify(Path file, Queue<Classifier> idle, Queue<Sight> eyes) {
    return FolderCamera.isPicture(file) ? look(file, eyes) : listen(file, idle);
  }

  private FileFindings look(Path file, Queue<Sight> eyes) {
    var started = meter.now();
    var free = eyes.poll();
    var sight = free == null ? sights.open() : free;
    try {
      return new OnePicture(file, classifiers.card(), sight, settings.rule()).classify();
    } finally {
      eyes.add(sight);
      progress.done(file);
      meter.worked(started);
    }
  }

  private FileFindings listen(Path file, Queue<Classifier> idle) {
    var started = meter.now();
    var free = idle.poll();
    var classifier = free == null ? classifiers.open() : free;
    try {
      return new OneFile(file, classifier, settings, meter, progress).classify();
    } finally {
      idle.add(classifier);
      progress.done(file);
      meter.worked(started);
    }
  }

  private static FileFindings await(Future<FileFindings> future) throws InterruptedException {
    try {
      return future.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof ModelException refused) {
        throw refused;
      }
      throw new IllegalStateException("classifying failed", e.getCause());
    }
  }
}
