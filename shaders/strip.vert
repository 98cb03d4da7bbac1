#version 300 es
// One rectangle, its corners made from gl_VertexID: no attributes.
precision highp float;

uniform vec4 u_box; // x0 y0 x1 y1 in clip space

out vec2 v_at; // 0 to 1: from the left, from the bottom

void main() {
    v_at = vec2(gl_VertexID & 1, gl_VertexID >> 1);
    gl_Position = vec4(mix(u_box.xy, u_box.zw, v_at), 0.0, 1.0);
}
