# Each pair shaders/<name>.vert, shaders/<name>.frag becomes the header "shaders/<name>.hpp" with the two texts
# shaders::<name>_vert and shaders::<name>_frag. Link `shaders` to include it.
add_library(shaders INTERFACE)
target_include_directories(shaders INTERFACE ${PROJECT_BINARY_DIR}/generated)

file(GLOB pairs CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/shaders/*.vert)
foreach(vertex_file IN LISTS pairs)
    get_filename_component(name ${vertex_file} NAME_WE)
    set(fragment_file ${PROJECT_SOURCE_DIR}/shaders/${name}.frag)
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${vertex_file} ${fragment_file})
    file(READ ${vertex_file} vertex)
    file(READ ${fragment_file} fragment)
    configure_file(${PROJECT_SOURCE_DIR}/cmake/shader.hpp.in ${PROJECT_BINARY_DIR}/generated/shaders/${name}.hpp @ONLY)
endforeach()
