import { signingPublicKey } from '~/web/signing.server';

/** The public key that receipts, statements and the audit trail are signed with, as PEM. */
export function loader() {
  return new Response(signingPublicKey(), {
    headers: { 'Content-Type': 'application/x-pem-file; charset=utf-8' },
  });
}
