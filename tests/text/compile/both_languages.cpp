#include "text/sentence.hpp"
constexpr text::Sentence sentence{"{0}초", "{0} s"};
int main() {
    return sentence.ko.empty() ? 1 : 0;
}
