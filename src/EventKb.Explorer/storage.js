const key = 'eventkb:questions';

/** What was typed lives as long as the browser's tab, and no longer than the questions it was made of. */
export function storageFor(queries) {
  const questions = JSON.stringify(queries);
  if (sessionStorage.getItem(key) !== questions) {
    sessionStorage.clear();
    sessionStorage.setItem(key, questions);
  }
  return sessionStorage;
}
