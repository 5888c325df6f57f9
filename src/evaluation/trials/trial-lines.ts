/** `unlearning`: what forgetting a share of every user's answers gives; means over users, errors pooled. */
export interface ForgottenLine {
  /** Percent of the answers. */
  percent: number;
  users: number;
  /** Share of users whose state is, byte for byte, that of a model that never saw what was forgotten. */
  complete: number;
  /** Root mean square distance of the two models' predictions; 0 where they agree. */
  distance: number;
  /** After forgetting. */
  rmse?: number;
  auc?: number;
  /** Before. */
  rmseBefore?: number;
  aucBefore?: number;
  /** Largest less smallest loss among the thirds of users by activity: of rmse, else of auc. */
  lossSpread: number;
  /** Milliseconds a user: of forgetting, and of learning the rest from nothing. */
  forgetMs: number;
  retrainMs: number;
}

/** How a group of users fares: a model's value, its difference from another group, or two models within the group. */
export interface GroupLine {
  /** Of one model; or two models are compared. */
  model?: string;
  compare?: [string, string];
  /** What users are grouped by: activity, mainstream, gender, age. */
  group: string;
  /** The group; or A and B where A - B is told. */
  part?: string;
  between?: [string, string];
  metric: string;
  /** Mean over seeds. */
  users?: number;
  value?: number;
  ratio?: number;
  difference?: number;
  low: number;
  high: number;
}
