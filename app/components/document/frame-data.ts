/** What the frame around every page shows; the root loader gives it. */
export interface FrameData {
  person: { name: string; unread: number; verified: boolean; reference: string } | null;
  sections: { map: boolean; desk: boolean; audit: boolean; administration: boolean };
  demonstration: boolean;
  /** Names the request in the log. */
  reference: string;
  /** The one-use key of the forms on this page. */
  key: string;
  banner: string | null;
}
