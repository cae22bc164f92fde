import type { LoaderFunctionArgs } from '@remix-run/node';
import { reorganisationTitle } from '~/components/succession/reorganisation-title';
import { ask } from '~/domain/query.server';
import { reorganisationPage } from '~/domain/succession/queries/reorganisation-page.server';
import { mayReorganise } from '~/domain/succession/reorganisation-policy';
import { found, permitted } from '~/web/reply.server';
import { memberWhoAsks } from '~/web/who.server';

/** What a step of those who keep house is taken on. */
export async function reorganisationToKeep(args: LoaderFunctionArgs) {
  const actor = await memberWhoAsks(args);
  permitted(mayReorganise(actor));
  const page = found(await ask(reorganisationPage, actor, { reference: args.params['reference'] }));
  const namesOn = (side: string) => page.parts.filter((part) => part.side === side).map(({ name }) => name);
  const title = reorganisationTitle({
    ...page,
    ending: page.formerName ? [page.formerName] : namesOn('predecessor'),
    following: namesOn('successor'),
  });
  const { reference, kind, lines, may, effectiveOn } = page;
  return { reference, kind, lines, may, effectiveOn, title, ending: namesOn('predecessor') };
}

export const fixedReorganisation = ({ params }: Pick<LoaderFunctionArgs, 'params'>) => ({
  reorganisation: params['reference'] ?? '',
});
