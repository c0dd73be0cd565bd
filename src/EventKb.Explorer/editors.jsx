import { useEditorContext } from '@graphiql/react';
import { useEffect } from 'react';

/** Names GraphiQL's editors for those who do not see them, in GraphiQL's language, and lets the Tab key leave them. */
export function Editors() {
  const { queryEditor, variableEditor, responseEditor } = useEditorContext({ nonNull: true });
  useEffect(() => accessible(queryEditor, 'Query'), [queryEditor]);
  useEffect(() => accessible(variableEditor, 'Variables'), [variableEditor]);
  useEffect(() => accessible(responseEditor, 'Response'), [responseEditor]);
  return null;
}

function accessible(editor, name) {
  editor?.setOption('screenReaderLabel', name);
  editor?.addKeyMap({ Tab: false, 'Shift-Tab': false });
}
