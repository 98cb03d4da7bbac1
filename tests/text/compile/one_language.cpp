#include "text/sentence.hpp"
constexpr text::Sentence sentence{"정렬"};
int main() {
    return sentence.ko.empty() ? 1 : 0;
}
