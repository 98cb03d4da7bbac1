# SDL2 for the web, straight from its sources. Its own configure step takes minutes under Emscripten and finds what
# include/SDL_config_emscripten.h already says, so the files that it would compile are listed instead.
set(
    sdl2_sources
    src/SDL.c src/SDL_assert.c src/SDL_dataqueue.c src/SDL_error.c src/SDL_guid.c src/SDL_hints.c src/SDL_list.c
    src/SDL_log.c src/SDL_utils.c
    src/atomic/SDL_atomic.c src/atomic/SDL_spinlock.c
    src/audio/SDL_audio.c src/audio/SDL_audiocvt.c src/audio/SDL_audiodev.c src/audio/SDL_audiotypecvt.c
    src/audio/SDL_mixer.c src/audio/SDL_wave.c
    src/audio/disk/SDL_diskaudio.c
    src/audio/dummy/SDL_dummyaudio.c
    src/audio/emscripten/SDL_emscriptenaudio.c
    src/cpuinfo/SDL_cpuinfo.c
    src/dynapi/SDL_dynapi.c
    src/events/SDL_clipboardevents.c src/events/SDL_displayevents.c src/events/SDL_dropevents.c
    src/events/SDL_events.c src/events/SDL_gesture.c src/events/SDL_keyboard.c src/events/SDL_keysym_to_scancode.c
    src/events/SDL_mouse.c src/events/SDL_quit.c src/events/SDL_scancode_tables.c src/events/SDL_touch.c
    src/events/SDL_windowevents.c src/events/imKStoUCS.c
    src/file/SDL_rwops.c
    src/filesystem/emscripten/SDL_sysfilesystem.c
    src/haptic/SDL_haptic.c
    src/haptic/dummy/SDL_syshaptic.c
    src/hidapi/SDL_hidapi.c
    src/joystick/SDL_gamecontroller.c src/joystick/SDL_joystick.c src/joystick/SDL_steam_virtual_gamepad.c
    src/joystick/controller_type.c
    src/joystick/emscripten/SDL_sysjoystick.c
    src/joystick/virtual/SDL_virtualjoystick.c
    src/libm/e_atan2.c src/libm/e_exp.c src/libm/e_fmod.c src/libm/e_log.c src/libm/e_log10.c src/libm/e_pow.c
    src/libm/e_rem_pio2.c src/libm/e_sqrt.c src/libm/k_cos.c src/libm/k_rem_pio2.c src/libm/k_sin.c src/libm/k_tan.c
    src/libm/s_atan.c src/libm/s_copysign.c src/libm/s_cos.c src/libm/s_fabs.c src/libm/s_floor.c src/libm/s_scalbn.c
    src/libm/s_sin.c src/libm/s_tan.c
    src/loadso/dlopen/SDL_sysloadso.c
    src/locale/SDL_locale.c
    src/locale/emscripten/SDL_syslocale.c
    src/misc/SDL_url.c
    src/misc/emscripten/SDL_sysurl.c
    src/power/SDL_power.c
    src/power/emscripten/SDL_syspower.c
    src/render/SDL_d3dmath.c src/render/SDL_render.c src/render/SDL_yuv_sw.c
    src/render/opengles2/SDL_render_gles2.c src/render/opengles2/SDL_shaders_gles2.c
    src/render/software/SDL_blendfillrect.c src/render/software/SDL_blendline.c src/render/software/SDL_blendpoint.c
    src/render/software/SDL_drawline.c src/render/software/SDL_drawpoint.c src/render/software/SDL_render_sw.c
    src/render/software/SDL_rotate.c src/render/software/SDL_triangle.c
    src/sensor/SDL_sensor.c
    src/sensor/dummy/SDL_dummysensor.c
    src/stdlib/SDL_crc16.c src/stdlib/SDL_crc32.c src/stdlib/SDL_getenv.c src/stdlib/SDL_iconv.c
    src/stdlib/SDL_malloc.c src/stdlib/SDL_mslibc.c src/stdlib/SDL_qsort.c src/stdlib/SDL_stdlib.c
    src/stdlib/SDL_string.c src/stdlib/SDL_strtokr.c
    src/thread/SDL_thread.c
    src/timer/SDL_timer.c
    src/timer/unix/SDL_systimer.c
    src/video/SDL_RLEaccel.c src/video/SDL_blit.c src/video/SDL_blit_0.c src/video/SDL_blit_1.c src/video/SDL_blit_A.c
    src/video/SDL_blit_N.c src/video/SDL_blit_auto.c src/video/SDL_blit_copy.c src/video/SDL_blit_slow.c
    src/video/SDL_bmp.c src/video/SDL_clipboard.c src/video/SDL_egl.c src/video/SDL_fillrect.c src/video/SDL_pixels.c
    src/video/SDL_rect.c src/video/SDL_shape.c src/video/SDL_stretch.c src/video/SDL_surface.c src/video/SDL_video.c
    src/video/SDL_vulkan_utils.c src/video/SDL_yuv.c
    src/video/dummy/SDL_nullevents.c src/video/dummy/SDL_nullframebuffer.c src/video/dummy/SDL_nullvideo.c
    src/video/emscripten/SDL_emscriptenevents.c src/video/emscripten/SDL_emscriptenframebuffer.c
    src/video/emscripten/SDL_emscriptenmouse.c src/video/emscripten/SDL_emscriptenopengles.c
    src/video/emscripten/SDL_emscriptenvideo.c
    src/video/offscreen/SDL_offscreenevents.c src/video/offscreen/SDL_offscreenframebuffer.c
    src/video/offscreen/SDL_offscreenopengles.c src/video/offscreen/SDL_offscreenvideo.c
    src/video/offscreen/SDL_offscreenwindow.c
    src/video/yuv2rgb/yuv_rgb_lsx.c src/video/yuv2rgb/yuv_rgb_sse.c src/video/yuv2rgb/yuv_rgb_std.c
)
if(INTERLEAVE_THREADS)
    set(sdl2_threads src/thread/pthread)
else()
    set(sdl2_threads src/thread/generic)
endif()
foreach(part IN ITEMS cond mutex sem thread tls)
    list(APPEND sdl2_sources ${sdl2_threads}/SDL_sys${part}.c)
endforeach()
list(TRANSFORM sdl2_sources PREPEND ${sdl2_SOURCE_DIR}/)

add_library(sdl2 STATIC ${sdl2_sources})
add_library(SDL2::SDL2 ALIAS sdl2)
target_include_directories(sdl2 SYSTEM PUBLIC ${sdl2_SOURCE_DIR}/include)
target_compile_options(
    sdl2 PRIVATE -idirafter ${sdl2_SOURCE_DIR}/src/video/khronos -fvisibility=hidden -w
)

interleave_web_licence(sdl2 ${sdl2_SOURCE_DIR}/LICENSE.txt)
interleave_web_licence(imgui ${imgui_SOURCE_DIR}/LICENSE.txt)
