import type { Letter } from '~/platform/mail-queue.server';
import {
  confirmEmailAddress,
  invitationAddress,
  joinAddress,
  joinPageAddress,
  resetAddress,
  signInAddress,
  signOffAddress,
} from './addresses-in-letters.server';

const letter = (purpose: string, toAddress: string, subject: string, ...paragraphs: string[]): Letter => ({
  purpose,
  toAddress,
  subject,
  text: `${paragraphs.join('\n\n')}\n\nSoundings`,
});

const NOT_YOU = 'If you did not ask for this, ignore this message: nothing happens without the link.';

export const joinLetter = (address: string, token: string) =>
  letter(
    'join',
    address,
    'Confirm your e-mail address to join Soundings',
    'Open this page within one hour to go on joining Soundings:',
    joinAddress(token),
    NOT_YOU,
  );

export const alreadyJoinedLetter = (address: string) =>
  letter(
    'join',
    address,
    'You already have a Soundings account',
    'Somebody asked to join Soundings with this e-mail address, which belongs to an account already. If that was you, sign in, or reset your password there:',
    signInAddress(),
    'If it was not you, ignore this message.',
  );

export const resetLetter = (address: string, token: string) =>
  letter(
    'passwordReset',
    address,
    'Reset your Soundings password',
    'Open this page within one hour to choose a new password:',
    resetAddress(token),
    NOT_YOU,
  );

export const noAccountLetter = (address: string) =>
  letter(
    'passwordReset',
    address,
    'No Soundings account uses this address',
    'Somebody asked to reset the Soundings password of this e-mail address, but no account uses it. If that was you, try another of your addresses, or join here:',
    joinPageAddress(),
    'If it was not you, ignore this message.',
  );

export const passwordChangedLetter = (address: string) =>
  letter(
    'passwordChanged',
    address,
    'Your Soundings password was changed',
    'The password of your Soundings account was changed, and sessions on other devices were ended.',
    'If you did not do this, reset your password from the sign-in page now and tell the administrator:',
    signInAddress(),
  );

export const confirmEmailLetter = (address: string, token: string) =>
  letter(
    'confirmEmail',
    address,
    'Confirm this e-mail address for your Soundings account',
    'Open this page, signed in, within one day to add this address to your account:',
    confirmEmailAddress(token),
    NOT_YOU,
  );

export const addressTakenLetter = (address: string) =>
  letter(
    'confirmEmail',
    address,
    'This address already belongs to a Soundings account',
    'Somebody tried to add this e-mail address to a Soundings account, but it belongs to one already, so nothing was changed.',
    'If that was you, sign in with this address, or remove it from the account that holds it first.',
  );

export const invitationLetter = (
  address: string,
  token: string,
  about: { inviter: string; into: string; note: string },
) =>
  letter(
    'invitation',
    address,
    `${about.inviter} invites you to Soundings`,
    `${about.inviter} invites you to Soundings${about.into}. Soundings is where government teams that work on serious and organised crime take soundings from academic experts.`,
    ...(about.note === '' ? [] : [`They write: ${about.note}`]),
    'Open this page within 30 days to accept:',
    invitationAddress(token),
  );

export const signOffLetter = (address: string, about: { lead: string; organisation: string; bid: string }) =>
  letter(
    'signOff',
    address,
    `${about.lead} asks you to sign a bid for ${about.organisation}`,
    `${about.lead} asks you to read a bid in Soundings and to sign it for ${about.organisation}, or to return it with reasons. Soundings is where government teams that work on serious and organised crime take soundings from academic experts.`,
    'If you have no account with this e-mail address yet, join with it first:',
    joinPageAddress(),
    'Then, signed in, read and sign it here:',
    signOffAddress(about.bid),
  );

export const joinDecidedLetter = (address: string, accepted: boolean, reason: string) =>
  letter(
    'joinDecided',
    address,
    accepted ? 'You are now a member of Soundings' : 'Your request to join Soundings was declined',
    accepted
      ? 'A coordinator accepted your request. You can now read and take part in the work of the network:'
      : 'A coordinator declined your request to join the network. Your account stays, and you may ask again with more about yourself:',
    signInAddress(),
    ...(reason === '' ? [] : [`The reason given: ${reason}`]),
  );
