#pragma once

#include <doctest/doctest.h>

#include <fstream>
#include <iterator>
#include <string>

#include "conformance/corpus.hpp"

/// The text of a file in tests/oracle/generators.
inline std::string oracle_file(const std::string& name) {
    std::ifstream file(INTERLEAVE_SOURCE_DIR "/tests/oracle/generators/" + name, std::ios::binary);
    REQUIRE(file.good());
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

/// What CPython did, read once.
inline const conformance::Corpus& public_corpus() {
    static const conformance::Corpus corpus = conformance::read_corpus(oracle_file("public.json"), "public.json");
    REQUIRE(corpus.refusal.en == "");
    return corpus;
}
