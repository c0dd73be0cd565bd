const between = ' — LV: ';

/** Sends what GraphiQL asks to this server, and leaves one language of the schema's descriptions. */
export const askIn = (language) => async ({ query, variables, operationName }) => {
  const response = await fetch('/graphql', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Accept: 'application/graphql-response+json', 'Accept-Language': language },
    body: JSON.stringify({ query, variables, operationName }),
  });
  const text = await response.text();
  return JSON.parse(text, operationName === 'IntrospectionQuery' ? (name, value) => described(name, value, language) : undefined);
};

function described(name, value, language) {
  if (name !== 'description' || typeof value !== 'string') return value;
  const [english, latvian] = value.split(between);
  return language === 'lv' ? (latvian ?? english) : english;
}
