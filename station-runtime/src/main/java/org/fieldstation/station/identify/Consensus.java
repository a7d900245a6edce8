package org.fieldstation.station.identify;

import java.util.List;
import java.util.Optional;
import org.fieldstation.station.listen.Window;

/**
 * Waits until other models hear the same at the same time. Of the models at work only those count
 * that know the label at all: nobody can agree about what it has no word for.
 */
public final class Consensus implements Filter {

  /**
   * How many models must agree.
   *
   * @param needed the least number; of a label that fewer know, all that do
   */
  public record Quorum(int needed) {
    public static final Quorum ANY = new Quorum(1);
    public static final Quorum ALL = new Quorum(Integer.MAX_VALUE);

    public Quorum {
      if (needed < 1) {
        throw new IllegalArgumentException("at least one model must agree, not " + needed);
      }
    }

    /** Reads {@code any}, {@code all} or a number. */
    public static Quorum of(String word) {
      return switch (word) {
        case "any" -> ANY;
        case "all" -> ALL;
        default -> {
          if (!word.matches("[1-9]")) {
            throw new IllegalArgumentException(
                "consensus must be \"any\", \"all\" or a number of models, was \"" + word + "\"");
          }
          yield new Quorum(Integer.parseInt(word));
        }
      };
    }
  }

  private final String model;
  private final Board board;
  private final Quorum quorum;

  /**
   * @param model whose candidates this one is asked about
   * @param board of the microphone, the same for all its models
   */
  public Consensus(String model, Board board, Quorum quorum) {
    this.model = model;
    this.board = board;
    this.quorum = quorum;
  }

  @Override
  public void hear(Window window, List<Detection> candidates) {
    board.put(model, window, candidates);
  }

  @Override
  public Optional<Verdict> verdict(Detection candidate, boolean watched) {
    int needed = Math.min(quorum.needed(), board.able(candidate.label()));
    if (needed <= 1) {
      return Optional.empty();
    }
    int heard = board.heard(candidate);
    return Optional.of(
        heard >= needed ? new Verdict.Agreed(heard, needed) : new Verdict.Alone(heard, needed));
  }
}
