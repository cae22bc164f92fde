import { env } from '~/platform/env.server';
import { showReference } from '../../reference';

/** Links in letters are whole addresses. A test holds that pages answer them under these paths. */
const at = (path: string) => `${env.SOUNDINGS_BASE_URL}${path}`;

export const joinAddress = (token: string) => at(`/join/confirm/${token}`);
export const invitationAddress = (token: string) => at(`/join/invitation/${token}`);
export const resetAddress = (token: string) => at(`/reset-password/${token}`);
export const confirmEmailAddress = (token: string) => at(`/account/emails/confirm/${token}`);
export const signInAddress = () => at('/sign-in');
export const joinPageAddress = () => at('/join');
export const signOffAddress = (bid: string) => at(`/bids/${showReference(bid)}/sign-off`);
