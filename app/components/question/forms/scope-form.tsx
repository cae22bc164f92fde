import { fieldProps, type Fields } from '~/components/form';
import { SCOPE_LABELS as LABELS } from '~/domain/questions/tasks/scope';
import { CharacterCount } from '~/ui/forms/character-count';
import { BOLD } from './choices';

export function ScopeForm({ fields }: { fields: Fields }) {
  return (
    <>
      <CharacterCount
        label={LABELS.questionsAsked}
        labelProps={BOLD}
        hint="One question a line, the most important first."
        maxCharacters={3000}
        rows={6}
        {...fieldProps(fields.questionsAsked)}
      />
      <CharacterCount
        label={LABELS.background}
        labelProps={BOLD}
        maxCharacters={6000}
        rows={8}
        {...fieldProps(fields.background)}
      />
      <CharacterCount
        label={LABELS.outputs}
        labelProps={BOLD}
        hint="For example, a report of 20 pages, a briefing, and the data with its code."
        maxCharacters={2000}
        rows={4}
        {...fieldProps(fields.outputs)}
      />
    </>
  );
}
