package org.fieldstation.models.pack;

import org.fieldstation.models.ModelException;
import org.fieldstation.models.ModelException.Code;

/** Makes scores from 0 to 1 of what a model answers. */
record Scores(String model, Manifest.Activation activation) {
  /** How far beyond 0 or 1 rounding may carry a score. */
  private static final float SLACK = 1e-3f;

  /** Works in place. */
  float[] from(float[] answer) {
    for (float number : answer) {
      if (!Float.isFinite(number)) {
        throw new ModelException(
            Code.FAILED, model + ": the model answered with something that is not a finite number");
      }
    }
    switch (activation) {
      case SOFTMAX, SIGMOID -> clamp(answer);
      case LOGITS_SIGMOID -> sigmoid(answer);
      case LOGITS_SOFTMAX -> softmax(answer);
    }
    return answer;
  }

  private void clamp(float[] scores) {
    for (int i = 0; i < scores.length; i++) {
      if (scores[i] < -SLACK || scores[i] > 1 + SLACK) {
        throw new ModelException(
            Code.FAILED,
            "%s: the score %s is not from 0 to 1; for logits the manifest's activation must say so"
                .formatted(model, scores[i]));
      }
      scores[i] = Math.clamp(scores[i], 0f, 1f);
    }
  }

  private static void sigmoid(float[] logits) {
    for (int i = 0; i < logits.length; i++) {
      logits[i] = (float) (1 / (1 + Math.exp(-logits[i])));
    }
  }

  private static void softmax(float[] logits) {
    float largest = Float.NEGATIVE_INFINITY;
    for (float logit : logits) {
      largest = Math.max(largest, logit);
    }
    double sum = 0;
    for (int i = 0; i < logits.length; i++) {
      logits[i] = (float) Math.exp(logits[i] - largest);
      sum += logits[i];
    }
    for (int i = 0; i < logits.length; i++) {
      logits[i] = (float) (logits[i] / sum);
    }
  }
}
