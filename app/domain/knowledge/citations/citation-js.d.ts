declare module '@citation-js/core' {
  export const plugins: { input: { chain: (text: unknown, options: { forceType: string }) => unknown } };
  export class Cite {
    constructor(data: unknown, options?: { forceType: string });
    format(name: string, options?: Record<string, unknown>): string;
  }
}
declare module '@citation-js/plugin-bibtex';
declare module '@citation-js/plugin-ris';
