# Everything that comes from elsewhere, pinned. With the internet at hand CMake fetches the upstream commits below; on
# Debian ./dev fetches the same releases as Debian packages, but doctest 2.4.9 (cmake/dev/sources.sh), and names their
# folders through FETCHCONTENT_SOURCE_DIR_<NAME>. README.md says what each is for.
include(FetchContent)

FetchContent_Declare(
    imgui
    GIT_REPOSITORY https://github.com/ocornut/imgui.git
    GIT_TAG 45acd5e0e82f4c954432533ae9985ff0e1aad6d5 # v1.92.2b
)
FetchContent_Declare(
    doctest
    GIT_REPOSITORY https://github.com/doctest/doctest.git
    GIT_TAG ae7a13539fb71f270b87eb2e874fbac80bc8dda2 # v2.4.11
    SOURCE_SUBDIR none # one header: its build is not needed
)
FetchContent_Declare(
    json
    GIT_REPOSITORY https://github.com/nlohmann/json.git
    GIT_TAG bc889afb4c5bf1c0d8ee29ef35eaaf4c8bef8a5d # v3.11.2
    SOURCE_SUBDIR none # headers: its build is not needed
)
set(sdl2_repository GIT_REPOSITORY https://github.com/libsdl-org/SDL.git)
set(sdl2_commit GIT_TAG 2359383fc187386204c3bb22de89655a494cd128) # release-2.32.4

FetchContent_MakeAvailable(json)
add_library(nlohmann_json INTERFACE)
target_include_directories(nlohmann_json SYSTEM INTERFACE ${json_SOURCE_DIR}/include)

if(INTERLEAVE_WINDOW)
    FetchContent_MakeAvailable(imgui)
    if(EMSCRIPTEN)
        FetchContent_Declare(SDL2 ${sdl2_repository} ${sdl2_commit} SOURCE_SUBDIR none)
        FetchContent_MakeAvailable(SDL2)
        include(sdl2_web)
        add_library(gles INTERFACE)
    else()
        set(SDL_SHARED OFF CACHE BOOL "")
        set(SDL_TEST OFF CACHE BOOL "")
        FetchContent_Declare(SDL2 ${sdl2_repository} ${sdl2_commit} SYSTEM FIND_PACKAGE_ARGS 2.26)
        FetchContent_MakeAvailable(SDL2)
        if(NOT TARGET SDL2::SDL2)
            add_library(SDL2::SDL2 ALIAS SDL2-static)
        endif()
        add_library(gles INTERFACE)
        target_link_libraries(gles INTERFACE GLESv2)
    endif()
    include(imgui)
endif()

if(INTERLEAVE_TESTS)
    FetchContent_MakeAvailable(doctest)
    add_library(doctest INTERFACE)
    target_include_directories(doctest SYSTEM INTERFACE ${doctest_SOURCE_DIR})
endif()

if(INTERLEAVE_BENCH)
    set(BENCHMARK_ENABLE_TESTING OFF CACHE BOOL "")
    FetchContent_Declare(
        benchmark
        GIT_REPOSITORY https://github.com/google/benchmark.git
        GIT_TAG c58e6d0710581e3a08d65c349664128a8d9a2461 # v1.9.1
        SYSTEM FIND_PACKAGE_ARGS
    )
    FetchContent_MakeAvailable(benchmark)
endif()
