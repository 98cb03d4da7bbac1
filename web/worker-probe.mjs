// Started once to see whether workers start in this page at all.
postMessage('started');
