// In a file of its own (vite.config.ts), so that React is evaluated within it, in the first task of the page.
import 'react-dom/client';
