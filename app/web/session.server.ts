/** The one door of pages to sessions; pages themselves never import the platform. */
export {
  endOtherSessions,
  endSession,
  forgetSessionCookie,
  passSecondFactor,
  sessionOf,
  startSession,
} from '~/platform/sessions.server';
