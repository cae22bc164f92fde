/** The one door of pages to the installation's public key; pages themselves never import the platform. */
export { signingPublicKey } from '~/platform/vault.server';
