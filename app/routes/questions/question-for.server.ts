import type { LoaderFunctionArgs } from '@remix-run/node';
import { ask } from '~/domain/query.server';
import { questionPage, type QuestionPage } from '~/domain/questions/queries/question-page.server';
import { forbidden, found } from '~/web/reply.server';
import { personWhoAsks } from '~/web/who.server';

/** The question of an address, for a page that only some may use: 404 for the others who may not know, else 403. */
export async function questionFor(
  args: LoaderFunctionArgs,
  may: (may: QuestionPage['may']) => boolean,
  otherwise: string,
): Promise<QuestionPage> {
  const question = found(
    await ask(questionPage, await personWhoAsks(args), { reference: args.params['reference'] }),
  );
  if (!may(question.may)) throw forbidden(otherwise);
  return question;
}
