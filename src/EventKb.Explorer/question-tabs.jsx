import { useEditorContext, useExecutionContext } from '@graphiql/react';

const steps = { ArrowDown: 1, ArrowUp: -1 };

/** GraphiQL's tabs with the questions in words; the ids are those by which it names the tab of its panel. */
export function QuestionTabs({ label, titles, own }) {
  const { tabs, activeTabIndex, changeTab } = useEditorContext({ nonNull: true });
  const { stop } = useExecutionContext({ nonNull: true });
  const open = (index) => {
    stop();
    changeTab(index);
  };
  const move = (event) => {
    const ends = { Home: 0, End: tabs.length - 1 };
    const next = event.key in steps ? (activeTabIndex + steps[event.key] + tabs.length) % tabs.length : ends[event.key];
    if (next === undefined) return;
    event.preventDefault();
    event.currentTarget.children[next].focus();
    open(next);
  };
  return (
    <div className="questions" role="tablist" aria-orientation="vertical" aria-label={label} onKeyDown={move}>
      {tabs.map((tab, index) => (
        <button
          key={tab.id}
          type="button"
          role="tab"
          id={`graphiql-session-tab-${index}`}
          aria-selected={index === activeTabIndex}
          aria-controls="graphiql-session"
          tabIndex={index === activeTabIndex ? 0 : -1}
          onClick={() => open(index)}
        >
          {index < titles.length ? `${index + 1}. ${titles[index]}` : own}
        </button>
      ))}
    </div>
  );
}
