#include "sim/oracle/rows.hpp"

namespace sim::oracle {

RowResult run_closed_network(const CsvTable&, std::size_t, const Settings&) {
    return {};
}
RowResult run_ticket_model(const CsvTable&, std::size_t, const Settings&) {
    return {};
}
RowResult run_gil_slices(const CsvTable&, std::size_t, const Settings&) {
    return {};
}

} // namespace sim::oracle
