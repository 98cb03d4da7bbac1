# interleave_library(<name> [FOLDER <folder>] [SOURCES <file>…] [USES <library>…] [LINKS <target>…])
#
# One static library from files of src/<folder>, whose name it has unless told; without SOURCES only headers. A file
# named *_native.cpp or *_web.cpp belongs to that platform only; both are listed and the right one is chosen here, so
# that no #ifdef is needed.
#
# A folder sees the headers of the folders that it USES, and of theirs, and no others: each library's include directory
# holds one symbolic link, to its own folder.
# Precompiled for Clang, which compiles most of the builds. GCC reads them anew each time and so finds a missing include;
# precompiled, GCC 12 also warns of them.
set(usual_headers <algorithm> <array> <cmath> <memory> <optional> <span> <string> <string_view> <utility> <vector>)
function(interleave_library name)
    cmake_parse_arguments(PARSE_ARGV 1 arg "" "FOLDER" "SOURCES;USES;LINKS")
    set(folder ${name})
    if(arg_FOLDER)
        set(folder ${arg_FOLDER})
    endif()
    set(sources ${arg_SOURCES})
    if(EMSCRIPTEN)
        list(FILTER sources EXCLUDE REGEX "_native\\.cpp$")
    else()
        list(FILTER sources EXCLUDE REGEX "_web\\.cpp$")
    endif()

    set(own_headers ${PROJECT_BINARY_DIR}/include/${name})
    file(MAKE_DIRECTORY ${own_headers})
    file(CREATE_LINK ${CMAKE_CURRENT_SOURCE_DIR} ${own_headers}/${folder} SYMBOLIC)

    if(sources)
        set(scope PUBLIC)
        add_library(${name} STATIC ${sources})
        target_link_libraries(${name} PRIVATE interleave_options)
        list(LENGTH sources count)
        if(count GREATER 3 AND CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
            target_precompile_headers(${name} PRIVATE ${usual_headers})
        endif()
    else()
        set(scope INTERFACE)
        add_library(${name} INTERFACE)
    endif()
    target_include_directories(${name} ${scope} ${own_headers})
    target_link_libraries(${name} ${scope} ${arg_USES} ${arg_LINKS})
    set_property(GLOBAL APPEND PROPERTY INTERLEAVE_FOLDERS ${folder})
    set_property(GLOBAL APPEND PROPERTY INTERLEAVE_LIBRARIES ${name})
endfunction()
