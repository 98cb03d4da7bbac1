#pragma once

#include <doctest/doctest.h>

#include "conformance/corpus.hpp"
#include "oracle_file.hpp"

/// What CPython did, read once.
inline const conformance::Corpus& public_corpus() {
    static const conformance::Corpus corpus =
        conformance::read_corpus(oracle_file("generators/public.json"), "public.json");
    REQUIRE(corpus.refusal.en == "");
    return corpus;
}
