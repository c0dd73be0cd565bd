import { DOC_EXPLORER_PLUGIN, GraphiQLProvider } from '@graphiql/react';
import { GraphiQLInterface } from 'graphiql';
import { askIn } from './asking.js';
import { Editors } from './editors.jsx';
import { QuestionTabs } from './question-tabs.jsx';
import { storageFor } from './storage.js';

const Descriptions = DOC_EXPLORER_PLUGIN.content;

/** GraphiQL, with the questions as tabs beside it where the server has some; its own words are English. */
export function Explorer({ language, texts, questions }) {
  const queries = questions.map((question) => question.query);
  const hasQuestions = queries.length > 0;
  DOC_EXPLORER_PLUGIN.content = () => <div lang={language}><Descriptions /></div>;
  return (
    <GraphiQLProvider
      fetcher={askIn(language)}
      storage={storageFor(queries)}
      defaultQuery=""
      defaultTabs={hasQuestions ? [...queries, ''].map((query) => ({ query })) : undefined}
    >
      {hasQuestions && <QuestionTabs label={texts.questions} titles={questions.map((question) => question.title)} own={texts.own} />}
      <div className="graphiql" lang="en">
        <GraphiQLInterface
          disableTabs={hasQuestions}
          forcedTheme="light"
          isHeadersEditorEnabled={false}
          showPersistHeadersSettings={false}
        />
      </div>
      <Editors />
    </GraphiQLProvider>
  );
}
