import { createTransport, type Transporter } from 'nodemailer';
import { env } from './env.server';

export interface OutgoingLetter {
  id: string;
  toAddress: string;
  subject: string;
  text: string;
}

/** Null without SMTP settings: then letters are kept for the administrator. */
export const mailIsConfigured = (): boolean => env.SMTP_URL !== undefined;

let transport: { url: string; transporter: Transporter } | undefined;

function transporterFor(url: string): Transporter {
  if (transport?.url !== url)
    transport = {
      url,
      transporter: createTransport(url, { connectionTimeout: 10_000, socketTimeout: 20_000 } as object),
    };
  return transport.transporter;
}

/**
 * Hands one letter to the server and returns when it was accepted. The Message-ID is the letter's own, so
 * that a letter handed over twice around a crash is recognised as one.
 */
export async function sendLetter(
  letter: OutgoingLetter,
  url: string | undefined = env.SMTP_URL,
): Promise<void> {
  if (!url) throw new Error('no SMTP server is configured');
  const host = new URL(env.SOUNDINGS_BASE_URL).hostname;
  await transporterFor(url).sendMail({
    from: env.MAIL_FROM,
    to: letter.toAddress,
    subject: letter.subject,
    text: letter.text,
    messageId: `<${letter.id}@${host}>`,
    headers: { 'Auto-Submitted': 'auto-generated' },
    disableFileAccess: true,
    disableUrlAccess: true,
  });
}

export function closeMail(): void {
  transport?.transporter.close();
  transport = undefined;
}
