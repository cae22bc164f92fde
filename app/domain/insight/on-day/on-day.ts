export interface OnDay {
  day: Date;
  /** The instant before which something had to happen to be known on that day. */
  until: Date;
}
