// Every sentence of the pages around the app, Korean and English side by side: id: [한국어, English]. A classic script,
// so that even a browser that runs no modules gets its sentence. {0}, {1} are filled by the caller.
// (index.html keeps its prose in the page itself, likewise in pairs, to be readable without scripts; and
// interleave-embed.js carries its one sentence, because it runs in other people's pages.)
self.interleaveWords = {
    'title': ['Interleave: 동시성 실험실', 'Interleave: a concurrency laboratory'],

    'load.opening': ['실험실을 여는 중입니다.', 'Opening the laboratory.'],
    'load.received': ['{0} MB를 받았습니다.', '{0} MB received.'],
    'load.preparing': ['모두 받았습니다. 프로그램을 준비하는 중입니다.', 'Everything is here. Making the program ready.'],
    'load.isolating': ['스레드(thread)를 쓸 수 있도록 페이지를 한 번 다시 엽니다.', 'Opening the page once more, so that it can use threads.'],

    'tier.threads': ['실제 스레드', 'Real threads'],
    'tier.threads.long': ['이 페이지는 격리되어 있어 스레드가 메모리를 공유합니다. 모든 실험을 여기서 잴 수 있습니다.',
        'This page is isolated, so threads share memory. Every experiment can be measured here.'],
    'tier.workers': ['스레드 대신 프로세스', 'Processes, not threads'],
    'tier.workers.long': ['이 페이지는 격리되지 않아 스레드가 메모리를 공유할 수 없습니다. 워커(worker)는 저마다 자기 메모리를 씁니다.',
        'This page is not isolated, so threads cannot share memory. Workers run with a memory of their own each.'],
    'tier.alone': ['기록된 결과', 'Recorded results'],
    'tier.alone.long': ['이 페이지는 워커(worker)를 시작할 수 없습니다. 측정 대신 기록된 결과를 보여 줍니다.',
        'This page can start no workers. Recorded results stand in for measurements.'],
    'tier.open': ['새 탭에서 열기', 'Open in its own tab'],

    'text.show': ['글로 보기', 'As text'],
    'text.close': ['닫기', 'Close'],
    'text.facts': ['결과', 'Results'],
    'text.no.facts': ['아직 결과가 없습니다.', 'There are no results yet.'],
    'text.controls': ['조절', 'Controls'],
    'text.scrolls': ['{0}, 가로로 스크롤되는 표', '{0}, a table that scrolls sideways'],
    'text.progress': ['진행', 'Progress'],
    'stage.label': ['그림. 화살표 키로 움직이고 Escape로 나갑니다. 같은 내용이 ‘글로 보기’에 있습니다.',
        'The picture. Arrow keys move in it, Escape leaves it. “As text” says the same in words.'],
    'stage.touch': ['그림을 움직이려면 누르십시오. Escape를 누르면 페이지로 돌아갑니다.',
        'Click to move within the picture. Escape returns to the page.'],
    'notices': ['알림', 'Notices'],
    'notices.close': ['알림 닫기', 'Close the notices'],
    'link.copied': ['링크를 복사했습니다.', 'The link is copied.'],
    'link.by.hand': ['복사할 수 없어 링크를 여기에 적습니다: {0}', 'Copying is not allowed here, so this is the link: {0}'],
    'file.saved': ['{0} 파일을 저장합니다.', 'Saving {0}.'],
    'reload': ['새로고침', 'Open again'],
    'detail': ['자세히: {0}', 'Details: {0}'],

    'fail.old-browser.what': ['이 브라우저는 너무 오래되어 실험실을 열 수 없습니다.', 'This browser is too old to open the laboratory.'],
    'fail.old-browser.works': ['이 페이지의 다른 내용은 그대로 읽을 수 있습니다.', 'The rest of the page can be read as it is.'],
    'fail.old-browser.remedy': ['Chrome, Edge, Firefox, Safari의 최근 버전으로 여십시오.', 'Open it in a recent Chrome, Edge, Firefox or Safari.'],

    'fail.no-wasm.what': ['이 브라우저에서는 WebAssembly가 꺼져 있거나 지원되지 않습니다.', 'WebAssembly is switched off or missing in this browser.'],
    'fail.no-wasm.works': ['이 페이지의 다른 내용은 그대로 읽을 수 있습니다.', 'The rest of the page can be read as it is.'],
    'fail.no-wasm.remedy': ['WebAssembly를 켜거나(보안 강화 모드라면 이 사이트만 예외로 하고) 다른 브라우저로 여십시오.',
        'Switch WebAssembly on (in a hardened mode, make an exception for this site), or open it in another browser.'],

    'fail.no-wasm-exceptions.what': ['이 브라우저의 WebAssembly에는 예외 처리가 없어 프로그램을 실행할 수 없습니다.',
        'The WebAssembly of this browser has no exception handling, which the program needs.'],
    'fail.no-wasm-exceptions.works': ['이 페이지의 다른 내용은 그대로 읽을 수 있습니다.', 'The rest of the page can be read as it is.'],
    'fail.no-wasm-exceptions.remedy': ['브라우저를 새 버전으로 바꾸십시오. Chrome 95, Firefox 100, Safari 15.2부터 됩니다.',
        'Update the browser: Chrome 95, Firefox 100 and Safari 15.2 or newer will do.'],

    'fail.no-webgl2.what': ['이 브라우저에서는 WebGL2를 쓸 수 없어 그림을 그릴 수 없습니다.', 'WebGL2 is not available in this browser, so no picture can be drawn.'],
    'fail.no-webgl2.works': ['실험은 모두 그대로 할 수 있습니다. 조절과 결과를 글과 표로 보여 줍니다.', 'Every experiment still runs: its controls and results are shown as text and tables.'],
    'fail.no-webgl2.remedy': ['그림을 보려면 브라우저 설정에서 하드웨어 가속을 켜고 다시 여십시오.', 'To see the picture, switch on hardware acceleration in the browser’s settings and open the page again.'],

    'fail.context-lost.what': ['그래픽 장치와 연결이 끊겨 그림이 멈추었습니다.', 'The graphics device went away, and the picture stopped.'],
    'fail.context-lost.works': ['실험과 결과는 그대로 있으며 ‘글로 보기’에서 읽을 수 있습니다.', 'The experiment and its results are kept and can be read “As text”.'],
    'fail.context-lost.remedy': ['곧 저절로 돌아옵니다. 돌아오지 않으면 링크를 복사한 뒤 페이지를 다시 여십시오.', 'It comes back by itself soon. If it does not, copy the link and open the page again.'],

    'fail.worker.what': ['스레드(thread)를 시작하지 못하여 스레드 없이 엽니다.', 'The threads could not be started, so the laboratory opens without them.'],
    'fail.worker.works': ['시뮬레이션과 순서대로 하는 실험은 모두 됩니다.', 'All simulations, and the experiments in sequence, work.'],
    'fail.worker.remedy': ['다른 탭을 닫고 페이지를 다시 여십시오. 확장 프로그램이 막고 있다면 이 사이트만 예외로 하십시오.',
        'Close other tabs and open the page again. If an extension blocks workers, make an exception for this site.'],

    'fail.memory.what': ['이 기기에서 실험실에 필요한 메모리를 얻지 못했습니다.', 'This device could not give the laboratory the memory that it needs.'],
    'fail.memory.works': ['이 페이지의 다른 내용은 그대로 읽을 수 있습니다.', 'The rest of the page can be read as it is.'],
    'fail.memory.remedy': ['다른 탭과 프로그램을 닫고 다시 여십시오.', 'Close other tabs and programs, then open it again.'],

    'fail.offline.what': ['프로그램을 받지 못했습니다.', 'The program could not be loaded.'],
    'fail.offline.works': ['링크는 그대로이므로 고른 값은 사라지지 않습니다.', 'The link is unchanged, so the chosen values are not lost.'],
    'fail.offline.remedy': ['인터넷 연결을 확인하고 다시 여십시오.', 'Check the connection and open it again.'],

    'fail.blocked.what': ['이 페이지를 포함한 페이지의 제한(sandbox) 때문에 프로그램을 받지 못했습니다.', 'The page around this one (its sandbox) keeps the program from being loaded.'],
    'fail.blocked.works': ['새 탭에서는 모두 됩니다.', 'Everything works in a tab of its own.'],
    'fail.blocked.remedy': ['아래 주소를 새 탭에서 여십시오. 페이지를 만드는 분은 sandbox에 allow-same-origin을 더하거나 서버가 Access-Control-Allow-Origin을 보내게 하십시오.',
        'Open the address below in a tab of its own. Authors: add allow-same-origin to the sandbox, or let the server send Access-Control-Allow-Origin.'],

    'fail.aborted.what': ['프로그램이 오류로 멈추었습니다.', 'The program stopped with an error.'],
    'fail.aborted.works': ['링크는 그대로이므로 고른 값은 사라지지 않습니다.', 'The link is unchanged, so the chosen values are not lost.'],
    'fail.aborted.remedy': ['페이지를 다시 여십시오. 또 멈추면 아래 내용과 링크를 만든 이에게 알려 주십시오.', 'Open the page again. If it stops again, tell the authors the line below and the link.'],

    'fail.start.what': ['프로그램을 시작하지 못했습니다.', 'The program could not be started.'],
    'fail.start.works': ['링크는 그대로이므로 고른 값은 사라지지 않습니다.', 'The link is unchanged, so the chosen values are not lost.'],
    'fail.start.remedy': ['페이지를 다시 여십시오. 또 실패하면 아래 내용을 만든 이에게 알려 주십시오.', 'Open the page again. If it fails again, tell the authors the line below.'],

    'message.malformed': ['메시지는 {"type": "interleave.…"} 꼴이어야 합니다.', 'A message must look like {"type": "interleave.…"}.'],
    'message.unknown': ['“{0}”은(는) 없는 메시지입니다. interleave.hello, interleave.set, interleave.press, interleave.state를 쓸 수 있습니다.',
        'There is no message “{0}”: use interleave.hello, interleave.set, interleave.press or interleave.state.'],
    'message.no.id': ['“{0}”에는 문자열 id가 필요합니다.', '“{0}” needs a string id.'],
    'message.no.value': ['“{0}”에는 문자열, 숫자 또는 참·거짓인 value가 필요합니다.', '“{0}” needs a value that is a string, a number or a truth value.'],
    'message.not.ready': ['아직 준비되지 않았습니다. interleave.ready를 기다리십시오.', 'Not ready yet: wait for interleave.ready.'],
};
