import type { SubmissionResult } from '@conform-to/react';
import { fieldProps, Form } from '~/components/form';
import { Button } from '~/ui/forms/button';
import { CharacterCount } from '~/ui/forms/character-count';
import { ActionBar } from '~/ui/layout/action-bar';

interface Props {
  reply: { result: SubmissionResult } | undefined;
  text: string;
  revision: number;
  words: number | null;
}

/** A reply to the panel: saved as often as liked, sent once. */
export const ReplyForm = ({ reply, text, revision, words }: Props) => (
  <Form reply={reply} values={{ text }}>
    {(fields) => (
      <>
        <input type="hidden" name="revision" value={revision} />
        <CharacterCount
          label="What do you want the panel to consider?"
          hint="Correct mistakes of fact, or point to a part of your bid. New offers cannot be considered."
          rows={10}
          {...(words === null ? {} : { maxWords: words })}
          {...fieldProps(fields['text'])}
        />
        <ActionBar>
          <Button once name="intent" value="submit">
            Send the reply
          </Button>
          <Button variant="secondary" name="intent" value="save">
            Save and come back
          </Button>
        </ActionBar>
      </>
    )}
  </Form>
);
