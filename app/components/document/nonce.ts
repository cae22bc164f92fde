import { createContext } from 'react';

/** The nonce of this answer's Content-Security-Policy; empty in the browser, which hides nonces. */
export const Nonce = createContext('');
