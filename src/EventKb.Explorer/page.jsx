import { setNonce } from 'get-nonce';
import 'graphiql/graphiql.css';
import { createRoot } from 'react-dom/client';
import { Explorer } from './explorer.jsx';
import './page.css';

// Dialogs bring a style of their own, which the Content-Security-Policy lets through by this number alone.
setNonce(document.querySelector('link[nonce]').nonce);
createRoot(document.getElementById('explorer')).render(<Explorer {...JSON.parse(document.getElementById('told').textContent)} />);
