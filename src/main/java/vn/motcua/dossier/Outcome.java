package vn.motcua.dossier;

/** What the result says. A refusal after appraisal is a result, not status 3. */
public enum Outcome {
    GRANTED,
    DECLINED
}
