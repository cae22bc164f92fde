const LIST = /<ul class="govuk-list govuk-error-summary__list">.*?<\/ul>/gs;
const LINK = /<a href="#([^"]*)"[^>]*>(.*?)<\/a>/gs;

/**
 * The error summary stands above the fields it leads to, so only the finished page tells which of them have a
 * control: a message about a hidden field, a button or a field that is not shown becomes plain text.
 */
export function withoutLostLinks(html: string): string {
  return html.replace(LIST, (list) =>
    list.replace(LINK, (link: string, id: string, message: string) =>
      html.includes(` id="${id}"`) ? link : message,
    ),
  );
}
