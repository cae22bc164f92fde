/** Local lint rules; each holds one decision that no published rule knows. */
const isNamed = (node, object, property) =>
  node.type === 'MemberExpression' && node.object.name === object && node.property.name === property;

const databaseClockOnly = {
  meta: {
    type: 'problem',
    messages: { clock: 'The database clock decides: use the `now` that the runner gives.' },
  },
  create: (context) => ({
    CallExpression(node) {
      if (isNamed(node.callee, 'Date', 'now')) context.report({ node, messageId: 'clock' });
    },
    NewExpression(node) {
      if (node.callee.name === 'Date' && node.arguments.length === 0)
        context.report({ node, messageId: 'clock' });
    },
    TemplateElement(node) {
      if (/(?<![.\w])now\(\)|\bcurrent_timestamp\b/i.test(node.value.raw))
        context.report({ node, messageId: 'clock' });
    },
  }),
};

const environmentInOnePlace = {
  meta: { type: 'problem', messages: { env: 'Read the environment through platform/env.server.ts.' } },
  create: (context) => ({
    MemberExpression(node) {
      if (isNamed(node, 'process', 'env') && !context.filename.endsWith('platform/env.server.ts'))
        context.report({ node, messageId: 'env' });
    },
  }),
};

/** In a `query({…})`, `read` must use the scope that `visibleTo` made, or take the actor to be everybody. */
const queriesAreNarrowed = {
  meta: {
    type: 'problem',
    messages: {
      scope: '`read` must use the `scope` that `visibleTo` gives: every answer is an access decision.',
    },
  },
  create: (context) => ({
    CallExpression(node) {
      if (node.callee.name !== 'query' || node.arguments[0]?.type !== 'ObjectExpression') return;
      const { properties } = node.arguments[0];
      const part = (name) => properties.find((property) => property.key?.name === name);
      const visibleTo = part('visibleTo');
      if (visibleTo?.value?.name === 'anyone') return;
      const read = part('read');
      if (!visibleTo || !read) return;
      if (!/\bscope\b/.test(context.sourceCode.getText(read)))
        context.report({ node: read, messageId: 'scope' });
    },
  }),
};

export default {
  meta: { name: 'soundings' },
  rules: {
    'database-clock-only': databaseClockOnly,
    'environment-in-one-place': environmentInOnePlace,
    'queries-are-narrowed': queriesAreNarrowed,
  },
};
