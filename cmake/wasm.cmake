# How the web builds are compiled and linked. Flags here reach everything, SDL2 and Dear ImGui included.
add_compile_options(-fwasm-exceptions)
add_link_options(-fwasm-exceptions)
if(INTERLEAVE_THREADS)
    add_compile_options(-pthread)
    add_link_options(-pthread)
endif()

# The declared limits of the threads build's memory. Its size is chosen by the page when it loads (Module.INITIAL_MEMORY)
# and never changes: growing memory that threads share slows every access from JavaScript and breaks on iOS.
set(web_memory_least 67108864)   # 64 MiB
set(web_memory_most 2147483648)  # 2 GiB

# What the site serves of this build lies in <build>/site; building `site-files` makes it.
set(web_site ${PROJECT_BINARY_DIR}/site)
add_custom_target(site-files)

# interleave_web_licence(<name> <file>): served beside what it is the licence of.
function(interleave_web_licence name file)
    configure_file(${file} ${web_site}/LICENSE-${name}.txt COPYONLY)
endfunction()

# interleave_threads(<target>): a program with threads, which it starts as it needs them.
function(interleave_threads target)
    target_link_options(
        ${target} PRIVATE -sDEFAULT_PTHREAD_STACK_SIZE=1MB -sPTHREAD_POOL_SIZE=0 -sPTHREAD_POOL_SIZE_STRICT=0
    )
    # Mends a fault of Emscripten. For a while in 2026 its main thread heard of nothing by messages (its pull request 27018).
    if(EMSCRIPTEN_VERSION VERSION_LESS 5.0.7)
        set(mailbox ${PROJECT_SOURCE_DIR}/cmake/emscripten_mailbox.js)
        target_link_options(${target} PRIVATE "SHELL:--js-library ${mailbox}")
        set_property(TARGET ${target} APPEND PROPERTY LINK_DEPENDS ${mailbox})
    endif()
endfunction()

# interleave_web_application(<target>): an ES module whose default export makes the program, for pages and workers.
function(interleave_web_application target)
    set_target_properties(${target} PROPERTIES OUTPUT_NAME interleave SUFFIX .mjs RUNTIME_OUTPUT_DIRECTORY ${web_site})
    target_link_options(
        ${target} PRIVATE
        -sMODULARIZE -sEXPORT_ES6 -sEXPORT_NAME=createInterleave -sENVIRONMENT=web,worker
        -sMIN_WEBGL_VERSION=2 -sMAX_WEBGL_VERSION=2
        -sFILESYSTEM=0 -sDYNAMIC_EXECUTION=0 -sSTACK_SIZE=1MB -sABORTING_MALLOC=0
        -sEXPORTED_RUNTIME_METHODS=callMain,ccall,UTF8ToString,HEAPU8,HEAPF64 -sEXPORTED_FUNCTIONS=_main,_malloc,_free
    )
    if(INTERLEAVE_THREADS)
        interleave_threads(${target}) # they are made after the first frame, and the main thread never waits for one
        target_link_options(${target} PRIVATE -sINITIAL_MEMORY=${web_memory_least})
        add_custom_command(
            TARGET ${target} POST_BUILD VERBATIM
            COMMAND python3 ${PROJECT_SOURCE_DIR}/cmake/declare_memory.py ${web_site}/interleave.wasm ${web_memory_most}
        )
    else()
        target_link_options(${target} PRIVATE -sALLOW_MEMORY_GROWTH -sMAXIMUM_MEMORY=${web_memory_most})
    endif()
    add_dependencies(site-files ${target})
endfunction()

# interleave_web_module(<target> <function>…): a bare <target>.wasm that exports those functions, malloc, free and one growing
# memory of its own. Only in the single-threaded build: a memory of one's own is not shared.
function(interleave_web_module target)
    list(TRANSFORM ARGN PREPEND -Wl,--export= OUTPUT_VARIABLE exports)
    set_target_properties(${target} PROPERTIES SUFFIX .wasm RUNTIME_OUTPUT_DIRECTORY ${web_site})
    target_link_options(
        ${target} PRIVATE --no-entry ${exports} -Wl,--export=malloc -Wl,--export=free -sSTANDALONE_WASM -sSTACK_SIZE=1MB
        -sABORTING_MALLOC=0 -sALLOW_MEMORY_GROWTH -sMAXIMUM_MEMORY=${web_memory_most}
    )
    add_dependencies(site-files ${target})
endfunction()

# interleave_node_program(<target>): a program that node runs, with the machine's own files and, in the threads build,
# with main() on a thread that may wait.
function(interleave_node_program target)
    set_target_properties(${target} PROPERTIES SUFFIX .cjs)
    target_link_options(
        ${target} PRIVATE -sENVIRONMENT=node,worker -sNODERAWFS -sEXIT_RUNTIME -sSTACK_SIZE=1MB -sASSERTIONS=1
        -sINITIAL_MEMORY=512MB
    )
    if(INTERLEAVE_THREADS)
        interleave_threads(${target})
        set(stderr ${PROJECT_SOURCE_DIR}/cmake/emscripten_stderr.js)
        target_link_options(${target} PRIVATE -sPROXY_TO_PTHREAD "SHELL:--pre-js ${stderr}")
        set_property(TARGET ${target} APPEND PROPERTY LINK_DEPENDS ${stderr})
    endif()
endfunction()
