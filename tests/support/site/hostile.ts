/** Texts that break careless pages: what is typed comes back as it was typed and is never run. */
export const HOSTILE: [name: string, text: string][] = [
  ['a script', '<script>alert(1)</script><img src=x onerror=alert(2)>'],
  ['an attribute that ends', '"><input autofocus onfocus=alert(1)>'],
  ['a statement', "'; DROP TABLE person; --"],
  ['pictures and letters that change direction', '👩🏽‍🔬 \u202Eevil\u202C ‏العربية'],
  ['a formula and a template', '=HYPERLINK("https://evil.test") ${7*7} {{7*7}} %s'],
];

export const LONG = 'Every word of this counts. '.repeat(400).trim();
