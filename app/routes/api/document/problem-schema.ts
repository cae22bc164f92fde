const text = { type: 'string' };

/** RFC 9457, with the reference of the log and what is wrong field by field. */
export const PROBLEM_SCHEMA = {
  type: 'object',
  required: ['type', 'title', 'status', 'detail', 'reference'],
  properties: {
    type: { ...text, description: 'The place on the page about the API that explains it' },
    title: text,
    status: { type: 'integer' },
    detail: text,
    reference: { ...text, description: 'Quote it if you tell us about the problem' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        required: ['pointer', 'detail'],
        properties: { pointer: { ...text, description: 'RFC 6901, into what was sent' }, detail: text },
      },
    },
  },
};
