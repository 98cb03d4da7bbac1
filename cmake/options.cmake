# What every translation unit is compiled with. Our own targets also link `interleave_options` (warnings are errors
# there); what we fetch from others is compiled without our warnings.

if(INTERLEAVE_SANITIZE)
    # -g1: a stack trace needs lines only, and more takes a third of the time to compile.
    add_compile_options(-fsanitize=${INTERLEAVE_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer -O1 -g1)
    add_link_options(-fsanitize=${INTERLEAVE_SANITIZE})
endif()

if(EMSCRIPTEN)
    include(wasm)
endif()

find_package(Threads REQUIRED)

add_library(interleave_options INTERFACE)
target_compile_options(interleave_options INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wconversion)
# Warnings are errors with the compilers that the tests are run with; what another version warns of may be nothing.
target_compile_options(
    interleave_options INTERFACE $<$<OR:$<BOOL:${EMSCRIPTEN}>,$<CXX_COMPILER_ID:Clang>,$<VERSION_LESS:$<CXX_COMPILER_VERSION>,13>>:-Werror>
)
# Designated initializers leave members out on purpose: each has its default.
target_compile_options(interleave_options INTERFACE -Wno-missing-field-initializers)
# GCC 12 and 13 see overlaps inside std::string that are not there (GCC bug 105651).
target_compile_options(interleave_options INTERFACE $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict>)
# Clang calls std::get_temporary_buffer deprecated, which std::stable_sort of libstdc++ 12 is made from.
target_compile_options(interleave_options INTERFACE $<$<CXX_COMPILER_ID:Clang>:-Wno-deprecated-declarations>)
target_link_libraries(interleave_options INTERFACE Threads::Threads)
