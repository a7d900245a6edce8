package org.fieldstation.station.identify;

/**
 * How much is told, in three steps that anybody can choose between. A step moves thresholds and
 * repeats together, because either alone is easily misunderstood.
 */
public enum Sensitivity {
  /** Few reports, few mistakes. */
  CAUTIOUS(
      "Tells only what is clear and goes on. Misses the faint and the brief. For stations whose"
          + " every report sends somebody on foot.",
      "只报清晰而持续的声音；微弱或短促的会漏掉。适合每次报告都要有人步行核实的站点。"),
  /** What the models' makers meant. */
  BALANCED(
      "The models' own thresholds; a sound must come twice within twelve seconds, one on a watch"
          + " list once. For most stations.",
      "采用模型自带阈值；同一声音十二秒内须出现两次，监视名录中的一次即报。适合大多数站点。"),
  /** Few misses, many mistakes. */
  EAGER(
      "Tells every guess worth a look. Expect many mistakes: somebody has to listen. For surveys"
          + " whose clips are checked.",
      "凡可能的声音都报，误报会很多，需要人工复听。适合录音会逐条核对的调查。");

  private final String en;
  private final String zh;

  Sensitivity(String en, String zh) {
    this.en = en;
    this.zh = zh;
  }

  /** What it means, in plain English. */
  public String en() {
    return en;
  }

  /** What it means, in plain Chinese. */
  public String zh() {
    return zh;
  }

  /** How often a label must be heard. */
  public Repeat ordinary() {
    return switch (this) {
      case CAUTIOUS -> new Repeat(3, 6, 15);
      case BALANCED -> new Repeat(2, 4, 12);
      case EAGER -> Repeat.ONCE;
    };
  }

  /** How often one on a watch list must be. */
  public Repeat watched() {
    return switch (this) {
      case CAUTIOUS -> new Repeat(2, 4, 12);
      case BALANCED, EAGER -> Repeat.ONCE;
    };
  }

  /** The threshold in place of a label's own: a third of the way up or down. */
  double threshold(double own) {
    return switch (this) {
      case CAUTIOUS -> own + (1 - own) / 3;
      case BALANCED -> own;
      case EAGER -> own * 2 / 3;
    };
  }

  /** The filter that goes with it. */
  public Confirmation confirmation() {
    return new Confirmation(ordinary(), watched());
  }
}
